/**
 * Strapi's provider of mail, for a product that sends none: accounts and their passwords are handed over by the tier
 * above. Strapi loads it by the name of this package's export.
 */
export function init() {
  return {
    send: () => Promise.reject(new Error('This server sends no mail')),
  }
}
