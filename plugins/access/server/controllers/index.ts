import { access } from './access'
import { live } from './live'
import { notifications } from './notifications'
import { views } from './views'

export const controllers = { access, live, notifications, views }
