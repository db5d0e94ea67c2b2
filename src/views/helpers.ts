import type { Problem } from '../pages/viewParts.ts'

/** Where a file of `assets/web/` is fetched from, by its path in that folder. */
export type AssetAddress = (path: string) => string

/** Handlebars hands every helper its options after the arguments. */
const given = (values: unknown[]) => values.slice(0, -1)

/** All that a template can do besides Handlebars' own if, unless, each, with and lookup. */
export const helpers = (asset: AssetAddress) => ({
  /** True when both are alike, lists of strings too. */
  eq: (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other),
  /** All parts as one string, for names and titles. */
  join: (...parts: unknown[]) => given(parts).join(''),
  /** The first of two when the condition holds, else the other. */
  pick: (condition: unknown, one: unknown, other: unknown) => (condition ? one : other),
  /** An email address in the pieces between which a line may break: after the @ and after each dot. */
  pieces: (address: unknown) => String(address ?? '').match(/[^@.]+[@.]?|[@.]/g) ?? [],
  /** A share of 0 to 1 as a percentage for SVG, such as "43.9%"; more than 1 is full. */
  percent: (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`,
  /** What is to put right at a field, or null. */
  problemAt: (problems: Problem[], field: string) => problems.find((problem) => problem.field === field)?.text ?? null,
  asset: (path: string) => asset(path),
})

/** The names that a template may call. */
export const knownHelpers = ['if', 'unless', 'each', 'with', 'lookup', ...Object.keys(helpers(String))]
