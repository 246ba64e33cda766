import { access } from './access'
import { live } from './live'
import { notifications } from './notifications'

export const controllers = { access, live, notifications }
