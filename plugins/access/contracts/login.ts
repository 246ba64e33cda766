import { z } from 'zod'

/** POST /api/auth/local, which keeps Strapi's form: no `data` around it. `identifier` is a username or an e-mail address. */
export const Login = {
  body: z.strictObject({ identifier: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) }),
  reply: z.strictObject({
    jwt: z.string(),
    user: z.strictObject({
      id: z.int(),
      documentId: z.string(),
      username: z.string(),
      email: z.string(),
      displayName: z.string(),
    }),
  }),
}
export type LoginReply = z.infer<typeof Login.reply>

/** The shortest password that one may choose. */
const PASSWORD_LENGTH_MIN = 10

/** POST /api/auth/change-password, in Strapi's form as well; it answers as a login does, with a token for the new password. */
export const ChangePassword = {
  body: z
    .strictObject({
      currentPassword: z.string().min(1).max(200),
      // bcrypt looks at no more than 72 bytes.
      password: z
        .string()
        .min(PASSWORD_LENGTH_MIN)
        .refine((password) => new TextEncoder().encode(password).length <= 72, 'At most 72 bytes'),
      passwordConfirmation: z.string(),
    })
    .refine(({ password, passwordConfirmation }) => password === passwordConfirmation, {
      path: ['passwordConfirmation'],
      message: 'Is not the same',
    })
    .refine(({ password, currentPassword }) => password !== currentPassword, {
      path: ['password'],
      message: 'Is the old one',
    }),
  reply: Login.reply,
}
