/** What Strapi loads of this plugin. */
const plugin = {}

export default plugin
