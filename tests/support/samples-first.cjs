const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

/** Those that look at the sample as it was seeded come before others have worked on it … */
const isSample = (name) => name.startsWith('seeds-')
/** … and those that kill servers under load, which on PostgreSQL leaves the load behind, come last. */
const isKill = (name) => name.endsWith('kill.test.ts')

/** One database serves all files of a run: they go in one order, by name between the first and the last. */
module.exports = class SamplesFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => {
      const name = path.basename(file)
      return `${isSample(name) ? 0 : isKill(name) ? 2 : 1}${name}`
    }
    return [...tests].sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
  }
}
