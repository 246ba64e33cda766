import { wayOf } from '../route/way'

const TOWN = { latitude: 36.27, longitude: 106.165 }

test.each`
  latitude  | longitude  | km     | wind
  ${36.36}  | ${106.165} | ${10}  | ${'north'}
  ${36.297} | ${106.198} | ${4.2} | ${'northEast'}
  ${36.27}  | ${106.221} | ${5}   | ${'east'}
  ${36.243} | ${106.198} | ${4.2} | ${'southEast'}
  ${36.225} | ${106.165} | ${5}   | ${'south'}
  ${36.243} | ${106.132} | ${4.2} | ${'southWest'}
  ${36.27}  | ${106.109} | ${5}   | ${'west'}
  ${36.297} | ${106.132} | ${4.2} | ${'northWest'}
`(
  'to $latitude $longitude it is $km km $wind',
  ({ latitude, longitude, km, wind }: { latitude: number; longitude: number; km: number; wind: string }) => {
    expect(wayOf(TOWN, { latitude, longitude })).toEqual({ km, wind })
  },
)

test('who is there already has no way', () => {
  expect(wayOf(TOWN, TOWN)).toBeNull()
  expect(wayOf(TOWN, { latitude: 36.271, longitude: 106.165 })).toBeNull()
})
