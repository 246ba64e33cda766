import { access } from './access'

export const controllers = { access }
