/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  type Client = { setHeaders(headers: Record<string, string>): void; setBody(body: string): void }
  type Ask = { method: string; path: string; headers: Record<string, string>; body?: string }
  type Latency = { p50: number; p99: number; max: number }
  export type Result = {
    requests: { average: number; total: number }
    latency: Latency
    errors: number
    timeouts: number
    duration: number
    statusCodeStats: Record<string, { count: number }>
  }
  const autocannon: (options: {
    url: string
    connections: number
    duration?: number
    amount?: number
    timeout?: number
    requests: (Partial<Ask> & { setupRequest?: (ask: Ask, context: Record<string, unknown>) => Ask })[]
    setupClient?: (client: Client) => void
  }) => Promise<Result>
  export default autocannon
}
