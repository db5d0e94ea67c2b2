import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { withFolder } from '../storage/folder.ts'
import { makeWords } from './canaries.ts'
import { tracesIn, tracesOnDisk } from './traces.ts'

const [word, other] = makeWords(2) as [string, string]
const around = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 255, 7]), bytes, Buffer.alloc(40, 9)])
const found = (bytes: Buffer) => tracesIn([word, other], 'a file', around(bytes)).map(({ word, as }) => [word, as])

test('a word is found as text of one byte a letter, and of two', () => {
  expect(found(Buffer.from(`so ${word} said`))).toEqual([[word, 'plain']])
  expect(found(Buffer.from(`so ${word} said`, 'utf16le'))).toEqual([[word, 'utf-16']])
})

test.each([0, 1, 2, 3, 4, 5])('a word is found in base64, %i letters from its beginning', (before) => {
  const text = `${'é.–x:,'.slice(0, before)}${word}, and more`
  expect(found(Buffer.from(Buffer.from(text).toString('base64')))).toEqual([[word, 'base64']])
})

test('a word is found within what was packed by gzip or zstd', () => {
  const page = Buffer.from(`<p>${word}</p>`.repeat(50))
  expect(found(gzipSync(page))).toEqual([[word, 'plain']])
  expect(found(gzipSync(page).subarray(0, -9))).toEqual([[word, 'plain']])
  expect(found(zstdCompressSync(page))).toEqual([[word, 'plain']])
})

test('a word is not found where it does not stand', () => {
  expect(found(Buffer.from(word.slice(0, -1)))).toEqual([])
  expect(found(gzipSync(Buffer.from('nothing of theirs')))).toEqual([])
})

test('every file of a folder is looked through', () =>
  withFolder((folder) => {
    writeFileSync(join(folder, 'one'), word)
    writeFileSync(join(folder, 'two'), 'nothing')
    expect(tracesOnDisk([word, other], folder)).toEqual([{ word, file: 'one', as: 'plain' }])
  }))
