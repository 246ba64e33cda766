/** Routes under /api/scoring. Which roles may call them is granted in the app; what they may do there, the rules say. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/shops', handler: 'shop.find' },
      { method: 'POST', path: '/shops', handler: 'shop.create' },
      { method: 'PUT', path: '/shops/:code', handler: 'shop.update' },
      { method: 'POST', path: '/shops/:code/stock', handler: 'shop.stock' },
      { method: 'POST', path: '/shops/:code/stocktake', handler: 'shop.stocktake' },
      { method: 'GET', path: '/shops/:code/movements', handler: 'shop.movements' },
      { method: 'GET', path: '/shops/:code/stocktakes', handler: 'shop.stocktakes' },
      { method: 'POST', path: '/shops/:code/settle', handler: 'shop.settle' },
      { method: 'GET', path: '/shops/:code/settlements', handler: 'shop.settlements' },
      { method: 'GET', path: '/goods', handler: 'shop.goods' },
      { method: 'POST', path: '/goods', handler: 'shop.createGoods' },
      { method: 'PUT', path: '/goods/:code', handler: 'shop.updateGoods' },
      { method: 'GET', path: '/redemptions', handler: 'redemption.find' },
      { method: 'POST', path: '/redemptions', handler: 'redemption.create' },
      { method: 'GET', path: '/redemptions/:documentId', handler: 'redemption.findOne' },
      { method: 'POST', path: '/redemptions/:documentId/void', handler: 'redemption.void' },
      { method: 'GET', path: '/summary', handler: 'summary.find' },
    ],
  },
}
