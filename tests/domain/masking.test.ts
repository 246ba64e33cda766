import { maskIdNumber, maskName, maskPhone } from '@practice/kernel'

test.each`
  phone             | masked
  ${'19900000001'}  | ${'199****0001'}
  ${'0954-2033123'} | ${'0954-****123'}
  ${'09542033123'}  | ${'0954****123'}
  ${'010-62033123'} | ${'010-*****123'}
  ${'02162033123'}  | ${'021*****123'}
  ${'12345'}        | ${'*****'}
  ${'call 1990'}    | ${'*********'}
  ${''}             | ${''}
`('phone $phone: $masked', ({ phone, masked }: { phone: string; masked: string }) => {
  expect(maskPhone(phone)).toBe(masked)
})

test.each`
  idNumber                | masked
  ${'640402199001010012'} | ${'6404**********0012'}
  ${'64040219900101001X'} | ${'6404**********001X'}
  ${'640402900101001'}    | ${'6404*******1001'}
  ${'64040219900101'}     | ${'**************'}
  ${''}                   | ${''}
`('ID number $idNumber: $masked', ({ idNumber, masked }: { idNumber: string; masked: string }) => {
  expect(maskIdNumber(idNumber)).toBe(masked)
})

test.each`
  name          | masked
  ${'马建国'}   | ${'马*国'}
  ${'马建'}     | ${'马*'}
  ${'马'}       | ${'*'}
  ${'马建国庆'} | ${'马**庆'}
  ${'欧阳建国'} | ${'欧阳*国'}
  ${'欧阳修'}   | ${'欧阳*'}
  ${'欧阳'}     | ${'欧*'}
  ${'万俟国'}   | ${'万俟*'}
  ${'马𬭩国'}   | ${'马*国'}
  ${'马建𬭩'}   | ${'马*𬭩'}
  ${' 马建国 '} | ${'马*国'}
  ${''}         | ${''}
`('name $name: $masked', ({ name, masked }: { name: string; masked: string }) => {
  expect(maskName(name)).toBe(masked)
})
