import type { TransferKind } from './vocabulary'

/** What a line of a statement tells of. */
export interface StatementLine {
  kind: TransferKind
  /** The rule's name, of what was posted. */
  rule: string | null
  quantity: number | null
  reason: string | null
  goods: readonly { name: string; quantity: number }[]
}

const PLAIN: Readonly<Record<TransferKind, string>> = {
  post: '积分入账',
  deduct: '扣分',
  redeem: '兑换',
  void: '兑换作废，退回积分',
  reverse: '更正',
  replace: '换卡转存',
  lapse: '年底清零',
  settle: '结算',
}

/** A line of a statement in words, for a resident: `志愿服务一小时 ×2`, `兑换：洗衣液 ×1、盐 ×2`, `更正：记错了人`. */
export function wordsOf({ kind, rule, quantity, reason, goods }: StatementLine): string {
  switch (kind) {
    case 'post':
      return rule === null ? PLAIN.post : times(rule, quantity ?? 1)
    case 'deduct':
      return rule === null ? PLAIN.deduct : `${PLAIN.deduct}：${times(rule, quantity ?? 1)}`
    case 'redeem':
    case 'void':
      if (goods.length === 0) return PLAIN[kind]
      return `${PLAIN[kind]}：${goods.map((line) => `${line.name} ×${line.quantity}`).join('、')}`
    case 'reverse':
      return reason === null ? PLAIN.reverse : `${PLAIN.reverse}：${reason}`
    case 'replace':
    case 'lapse':
    case 'settle':
      return PLAIN[kind]
  }
}

/** One is not counted. */
function times(name: string, quantity: number): string {
  return quantity === 1 ? name : `${name} ×${quantity}`
}
