export { DEFAULT_DEMO_PASSWORD, DEMO_ACCOUNTS, DEMO_PIN, DEMO_TEAM, type DemoAccount } from './accounts'
export { isEmpty, seedDistrict, type DistrictOptions, type DistrictReport } from './district'
export { seedSample, type SampleOptions, type SeedReport } from './sample'
