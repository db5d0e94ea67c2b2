import { changed, swap, trap } from './trap.ts'

const TAGGED = '/MarkInfo<</Marked true>>/StructTreeRoot 30 0 R/Pages'

/** The plain form with a structure tree, sound or not. */
const tagged = (tree: Record<number, string>) =>
  changed((objects) => ({
    1: swap(objects[1], '/Pages', TAGGED),
    3: swap(objects[3], '/MediaBox', '/StructParents 0/MediaBox'),
    10: swap(objects[10], '/FT', '/StructParent 5/FT'),
    ...tree,
  }))

/** Tagged forms, whose final copy has answers in the place of fields. */
export const tagTraps = {
  'a field in the structure': trap(
    tagged({
      30: '<</Type/StructTreeRoot/K 31 0 R/ParentTree 32 0 R/ParentTreeNextKey 6>>',
      31: '<</S/Document/P 30 0 R/K[33 0 R 34 0 R]>>',
      32: '<</Nums[0[34 0 R]5 33 0 R]>>',
      33: '<</S/Form/P 31 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 10 0 R/Pg 3 0 R>>>>',
      34: '<</S/P/P 31 0 R/Pg 3 0 R/K 0>>',
    }),
  ),
  'a structure of which nothing is there': trap(tagged({ 30: '<</Type/StructTreeRoot/K 99 0 R/ParentTree 98 0 R>>' })),
  'a structure that runs in circles': trap(
    tagged({
      30: '<</Type/StructTreeRoot/K[31 0 R]/ParentTree<</Kids[32 0 R]>>>>',
      31: '<</S/Form/P 30 0 R/K[31 0 R<</Type/OBJR/Obj 10 0 R/Pg 3 0 R>>]>>',
      32: '<</Kids[32 0 R]/Nums[5 31 0 R]>>',
    }),
  ),
  'a structure that is written straight into the catalogue': trap(
    changed((objects) => ({
      1: swap(objects[1], '/Pages', '/MarkInfo<</Marked true>>/StructTreeRoot<</Type/StructTreeRoot/K[]>>/Pages'),
    })),
  ),
}
