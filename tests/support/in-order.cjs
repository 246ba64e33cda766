const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * The place of a file among those that share one database: who looks at the sample as it was seeded comes before others
 * have worked on it; who kills servers under load leaves the load behind, who spoils a history on purpose the spoilt one,
 * who locks an account the lock, so that they come last.
 */
function placeOf(name) {
  if (name.startsWith('seeds-')) return 0
  if (name.endsWith('kill.test.ts')) return 2
  return ['dispatch-final.test.ts', 'entering.test.ts'].includes(name) ? 3 : 1
}

/** Files go in one order, by name between the first and the last. */
module.exports = class InOrder extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => `${placeOf(path.basename(file))}${file}`
    return [...tests].sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
  }
}
