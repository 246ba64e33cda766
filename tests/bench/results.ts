import type { ListFigures } from './list'
import type { MatchingFigures } from './matching'
import { RECORD_COUNT } from './points-data'
import { ORDER_COUNT } from './synthetic'

/** What is measured is called the same wherever it stands. */
export const PRODUCT = 'this product'
export const BARE = 'bare Koa, same SQL'
export const BARE_TILL = 'bare Koa, same tables'

/** Everything that one run of the benchmark found. */
export interface Results {
  list: readonly ListFigures[]
  records: readonly ListFigures[]
  redemptions: readonly ListFigures[]
  matching: MatchingFigures
  machine: string
  at: Date
}

/** The results as the page that is kept in the repository. Ratios count; absolute figures are this machine's, that day. */
export function resultsOf({ list, records, redemptions, matching, machine, at }: Results): string {
  return [
    '# Benchmark',
    '',
    `\`npm run bench\`, ${at.toISOString().slice(0, 10)}, ${machine}, SQLite. One run, the servers side by side and asked in turn; medians of the rounds.`,
    '',
    `## The order list of one village, 25 of a page, over ${ORDER_COUNT.toLocaleString('en-US')} orders`,
    '',
    ...tableOf(list),
    '',
    `This product is ${(rateOf(list, PRODUCT) / rateOf(list, 'stock Strapi')).toFixed(0)}× stock Strapi (wanted: at least 50×) and ` +
      `${(rateOf(list, PRODUCT) / rateOf(list, BARE)).toFixed(2)}× the bare handler (wanted: at least 0.4×). The product is asked as the village admin opens the list, and narrows it by itself; stock Strapi holds the site as a relation and is asked, by deadline, with ` +
      'the same range of codes as a filter through it; "with names" also populates site, team and item, which the product always answers.',
    '',
    `## Points: the records of one village, 25 of a page, over ${RECORD_COUNT.toLocaleString('en-US')} records`,
    '',
    ...tableOf(records),
    '',
    `This product is ${(rateOf(records, PRODUCT) / rateOf(records, BARE)).toFixed(2)}× the bare handler, which runs the same statements.`,
    '',
    `## Points: redemptions, with ${RECORD_COUNT.toLocaleString('en-US')} entries in the ledger`,
    '',
    ...tableOf(redemptions),
    '',
    `This product is ${(rateOf(redemptions, PRODUCT) / rateOf(redemptions, BARE_TILL)).toFixed(2)}× the bare handler, which writes the same tables in one transaction ` +
      'and asks nobody who they are and what they may. Eight people at once, one shop, one card: the worst case, in which everybody waits for everybody.',
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

function rateOf(list: readonly ListFigures[], name: string): number {
  return list.find((figures) => figures.name === name)?.requestsPerSecond ?? 0
}

function tableOf(list: readonly ListFigures[]): string[] {
  const product = rateOf(list, PRODUCT)
  return [
    '| server | requests/s | median ms | bytes a reply | ratio to this product |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...list.map(
      ({ name, requestsPerSecond, medianLatencyMs, bytesPerReply }) =>
        `| ${name} | ${requestsPerSecond.toFixed(1)} | ${medianLatencyMs.toFixed(1)} | ${Math.round(bytesPerReply)} | ${(requestsPerSecond / product).toFixed(3)} |`,
    ),
  ]
}
