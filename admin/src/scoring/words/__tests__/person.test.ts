import { isSystem } from '../person'

test.each`
  username               | system
  ${'system:notice'}     | ${true}
  ${'system'}            | ${true}
  ${'village-admin'}     | ${false}
  ${'systematic-person'} | ${false}
`('$username is the system: $system', ({ username, system }: { username: string; system: boolean }) => {
  expect(isSystem({ username })).toBe(system)
})
