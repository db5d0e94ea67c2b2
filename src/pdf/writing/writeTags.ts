import type { TagTree } from '../copies/copy.ts'
import type { Line } from '../placing/placement.ts'
import { type Piece, piece } from './section.ts'

/** A new page (its object number), with the groups of lines on it in the order of their marked-content ids. */
export type TaggedPage = { page: number; groups: { question: string; group: Line[] }[] }

type Section = { object: number; kids: number[] }

/** The parent tree with an entry more for each page (ISO 32000-1, 14.7.4.4). */
const growParents = ({ parents, nextKey }: TagTree, lists: number[][], object: number): Piece[] => {
  const numbers = lists.map((elements, index) => `${nextKey + index}[${elements.map((one) => `${one} 0 R`).join(' ')}]`)
  const { before, key, entries } = parents
  if (key === 'Nums') return [piece(object, `${before}/Nums[${entries} ${numbers.join(' ')}]>>`)]
  const leaf = `<</Limits[${nextKey} ${nextKey + lists.length - 1}]/Nums[${numbers.join(' ')}]>>`
  return [piece(object, `${before}/Kids[${entries} ${object + 1} 0 R]>>`), piece(object + 1, leaf)]
}

/** Tags new pages in a form that is tagged: a section for each question, with a heading and its paragraphs. */
export const writeTags = (tags: TagTree, pages: TaggedPage[], first: number): { pieces: Piece[]; next: number } => {
  const { root, trunk, kids } = tags
  const above = trunk ?? root
  const sections = new Map<string, Section>()
  const pieces: Piece[] = []
  let next = first
  const sectionFor = (question: string): Section => {
    const section = sections.get(question) ?? { object: next++, kids: [] }
    sections.set(question, section)
    return section
  }
  const lists = pages.map(({ page, groups }) =>
    groups.map(({ question, group }, id) => {
      const section = sectionFor(question)
      const element = next++
      section.kids.push(element)
      const role = group[0]?.bold ? 'H2' : 'P'
      pieces.push(piece(element, `<</Type/StructElem/S/${role}/P ${section.object} 0 R/Pg ${page} 0 R/K ${id}>>`))
      return element
    }),
  )
  for (const { object, kids: own } of sections.values()) {
    const list = own.map((one) => `${one} 0 R`).join(' ')
    pieces.push(piece(object, `<</Type/StructElem/S/Sect/P ${above.object} ${above.generation} R/K[${list}]>>`))
  }
  const grown = `/K[${kids} ${[...sections.values()].map(({ object }) => `${object} 0 R`).join(' ')}]`
  const tree = `/ParentTree ${next} 0 R/ParentTreeNextKey ${tags.nextKey + pages.length}`
  pieces.push(piece(root.object, `${root.before}${tree}${trunk ? '' : grown}>>`, root.generation))
  if (trunk) pieces.push(piece(trunk.object, `${trunk.before}${grown}>>`, trunk.generation))
  const parents = growParents(tags, lists, next)
  return { pieces: [...pieces, ...parents], next: next + parents.length }
}
