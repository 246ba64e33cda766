/** What goes to the console. `http` names every request and costs a third of the throughput. */
export default { level: process.env.LOG_LEVEL ?? 'warn' }
