const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * One database serves all files of a run: those that look at the sample as it was seeded come first, before others have
 * worked on it; the rest by name, so that every run goes the same way.
 */
module.exports = class SamplesFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => (path.basename(file).startsWith('seeds-') ? `0${file}` : `1${file}`)
    return [...tests].sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
  }
}
