import type { RenderLetter } from '../delivery/letterViews.ts'
import type { LayoutView } from '../pages/viewParts.ts'
import type { PageViews } from '../pages/views.ts'

/** Pages as text, from the views that controllers answer. */
export type RenderPage = <Name extends keyof PageViews>(name: Name, view: PageViews[Name], layout: LayoutView) => string

/** Pages and letters as text. Both throw when the view lacks a value that the template names. */
export type Views = {
  /** One whole HTML page. */
  page: RenderPage
  /** One letter: its subject in one line, its text and its HTML. */
  letter: RenderLetter
}

type Parts = Record<string, (view: object) => string>

/** What renders a page of compiled templates, each by its name. */
export const pageOf =
  (parts: Parts): RenderPage =>
  (name, view, layout) =>
    parts[`pages/${name}`]!({ ...view, layout })

/** What renders a letter of compiled templates. */
export const letterOf =
  (parts: Parts): RenderLetter =>
  (kind, view) => {
    const part = (name: string): string => parts[`letters/${kind}.${name}`]!(view)
    return {
      subject: part('subject').replace(/\s+/g, ' ').trim(),
      text: `${part('text').trim()}\n`,
      html: part('html'),
    }
  }
