import { modulesPath } from '../modules-path'

test('dark squares are drawn run by run, to the edge', () => {
  const dark = [1, 1, 0, 0, 0, 0, 1, 0, 1]
  expect(modulesPath(dark, 3)).toBe('M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z')
  expect(modulesPath([0, 0, 0, 0], 2)).toBe('')
})
