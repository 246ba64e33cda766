import type { ListFigures } from './list'
import type { MatchingFigures } from './matching'
import { ORDER_COUNT } from './synthetic'

/** Everything that one run of the benchmark found. */
export interface Results {
  list: readonly ListFigures[]
  matching: MatchingFigures
  machine: string
  at: Date
}

/** The results as the page that is kept in the repository. Ratios count; absolute figures are this machine's, that day. */
export function resultsOf({ list, matching, machine, at }: Results): string {
  const rateOf = (name: string) => list.find((figures) => figures.name === name)?.requestsPerSecond ?? 0
  const product = rateOf('this product')
  const rows = list.map(
    ({ name, requestsPerSecond, medianLatencyMs, bytesPerReply }) =>
      `| ${name} | ${requestsPerSecond.toFixed(1)} | ${medianLatencyMs.toFixed(1)} | ${Math.round(bytesPerReply)} | ${(requestsPerSecond / product).toFixed(3)} |`,
  )
  return [
    '# Benchmark',
    '',
    `\`npm run bench\`, ${at.toISOString().slice(0, 10)}, ${machine}, SQLite. One run, the servers side by side and asked in turn; medians of the rounds.`,
    '',
    `## The order list of one village, 25 of a page, over ${ORDER_COUNT.toLocaleString('en-US')} orders`,
    '',
    '| server | requests/s | median ms | bytes a reply | ratio to this product |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `This product is ${(product / rateOf('stock Strapi')).toFixed(0)}× stock Strapi (wanted: at least 50×) and ` +
      `${(product / rateOf('bare Koa, same SQL')).toFixed(2)}× the bare handler (wanted: at least 0.4×). The product is asked as the village admin opens the list, and narrows it by itself; stock Strapi holds the site as a relation and is asked, by deadline, with ` +
      'the same range of codes as a filter through it; "with names" also populates site, team and item, which the product always answers.',
    '',
    '## Matching, over HTTP',
    '',
    '| what | median ms |',
    '| --- | ---: |',
    `| suggestions for one order among ${matching.teams} teams | ${matching.suggestionsMs.toFixed(1)} |`,
    `| plan of ${matching.orders} orders × ${matching.teams} teams (${matching.assigned} assigned) | ${matching.planMs.toFixed(1)} |`,
    '',
  ].join('\n')
}
