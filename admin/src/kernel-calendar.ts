/**
 * China's working days in the browser. Apart from `kernel.ts`, since the list of holidays is heavy and only the page of
 * settings reckons with it.
 */
export { addWorking, chinaCalendar } from '../../plugins/kernel/src/calendar'
