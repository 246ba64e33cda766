export * from './access'
export * from './live'
export * from './login'
export * from './notification'
