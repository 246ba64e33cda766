export * from './access'
export * from './login'
