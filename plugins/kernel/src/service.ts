/**
 * The services that plugins offer one another, by plugin and name. Each plugin adds its own by declaration merging,
 * inferred from its own object:
 * `declare module '@practice/kernel' { interface PluginServices { access: AccessServices } }`.
 */
export interface PluginServices {}

interface ServiceSource {
  plugin(name: string): { service(name: string): unknown }
}

/** The service `name` of plugin `plugin`, typed. */
export function service<
  Plugin extends Extract<keyof PluginServices, string>,
  Name extends Extract<keyof PluginServices[Plugin], string>,
>(strapi: ServiceSource, plugin: Plugin, name: Name): PluginServices[Plugin][Name] {
  return strapi.plugin(plugin).service(name) as PluginServices[Plugin][Name]
}
