/**
 * The part of the kernel that runs in a browser. The bundler puts this file in the place of `@practice/kernel`, whose
 * index also carries what only a server has (hashing, the calendar of holidays).
 */
export * from '../../plugins/kernel/src/roles'
export * from '../../plugins/kernel/src/site-code'
export * from '../../plugins/kernel/src/time'
