import { readFileSync } from 'node:fs'

const read = (name: string) => readFileSync(new URL(`../../assets/fonts/${name}`, import.meta.url))

export const fonts = { regular: read('NotoSans-Regular.ttf'), bold: read('NotoSans-Bold.ttf') }
