import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded before the server's own program (--import): tells its parent, when asked, how long its event loop was kept busy.
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

process.on('message', (word) => {
  if (word === 'begin') delay.reset()
  if (word === 'report') process.send?.({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 })
})
process.channel?.unref()
