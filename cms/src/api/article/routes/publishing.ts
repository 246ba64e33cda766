/** What an editor does with a draft, beside Strapi's own reading and writing. */
export default {
  routes: [
    { method: 'POST', path: '/articles/:id/publish', handler: 'article.publish' },
    { method: 'POST', path: '/articles/:id/unpublish', handler: 'article.unpublish' },
  ],
}
