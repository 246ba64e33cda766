/** Lists hold 25 rows unless asked, and never more than the contract's 100; a parameter nobody knows is a 400. */
export default {
  rest: { prefix: '/api', defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
}
