import { resolve } from 'node:path'
import { calledIn } from '../config.ts'

/** A path as typed, from the folder in which the command was typed: npm itself runs in the project's folder. */
export const typedPath = (path: string): string => resolve(calledIn(), path)
