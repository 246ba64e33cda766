import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { ok, refuse, service, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { PinRefusal } from '../../domain'
import { findPinHash } from '../store/cards'

const DIGITS = 6
const SALT_BYTES = 16
const KEY_BYTES = 32

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** A new PIN: six digits. */
export function newPin(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
}

/** What is kept of a PIN: `<salt>:<key>`, in hex. Nobody can read the PIN out of it, so that it is shown once. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return `${salt.toString('hex')}:${(await derive(pin, salt, KEY_BYTES)).toString('hex')}`
}

/** Whether a PIN is the one that was kept. A card without one takes as long to say no. */
export async function matchesPin(pin: string, kept: string | null): Promise<boolean> {
  const [salt = '', key = ''] = (kept ?? NOBODYS).split(':')
  const expected = Buffer.from(key, 'hex')
  const given = await derive(pin, Buffer.from(salt, 'hex'), KEY_BYTES)
  return kept !== null && expected.length === given.length && timingSafeEqual(expected, given)
}

const NOBODYS = `${'0'.repeat(2 * SALT_BYTES)}:${'0'.repeat(2 * KEY_BYTES)}`

/** Everybody's tries of a card's PIN are counted together: who guesses from many addresses gets no further. */
const EVERYWHERE = '*'

/** Tries a card's PIN, whatever it is to open: five wrong ones lock it for a while. */
export async function tryPin(strapi: Core.Strapi, number: string, pin: string): Promise<Result<null, PinRefusal>> {
  const tried = await service(strapi, 'access', 'attempts').attempt(
    { address: EVERYWHERE, account: `card:${number}` },
    async () => ((await matchesPin(pin, await findPinHash(strapi.db.connection, number))) ? true : null),
  )
  if (tried.ok) return ok(null)
  return tried.code === 'wrong' ? refuse('pin_wrong') : refuse('pin_locked', tried.details)
}
