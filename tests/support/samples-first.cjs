const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * The place of a file among those that share one database: who looks at the sample as it was seeded comes before others
 * have worked on it; who kills servers under load leaves the load behind, and who spoils a history on purpose the spoilt
 * one, so that they come last.
 */
function placeOf(name) {
  if (name.startsWith('seeds-')) return 0
  if (name.endsWith('kill.test.ts')) return 2
  return name === 'dispatch-final.test.ts' ? 3 : 1
}

/** Files go in one order, by name between the first and the last. */
module.exports = class SamplesFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => {
      const name = path.basename(file)
      return `${placeOf(name)}${name}`
    }
    return [...tests].sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
  }
}
