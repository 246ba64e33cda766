export { newDocumentId } from '@practice/kernel'
