import { route as activities } from './activities/route'
import { route as articles } from './articles/route'
import { route as assigned } from './assigned/route'
import { route as audit } from './audit/route'
import { route as cards } from './cards/route'
import { route as desk } from './desk/route'
import { route as escalated } from './escalated/route'
import { route as finished } from './finished/route'
import { route as flags } from './flags/route'
import { route as home } from './home/route'
import { route as households } from './households/route'
import { route as importRecords } from './import-records/route'
import { route as inbox } from './inbox/route'
import { route as ledger } from './ledger/route'
import { route as media } from './media/route'
import { route as members } from './members/route'
import { route as notice } from './notice/route'
import { route as notifications } from './notifications/route'
import { route as objections } from './objections/route'
import { route as offerings } from './offerings/route'
import { route as organisations } from './organisations/route'
import type { PageRoute } from './page-route'
import { route as place } from './place/route'
import { route as plan } from './plan/route'
import { route as points } from './points/route'
import { route as record } from './record/route'
import { route as review } from './review/route'
import { route as reviewed } from './reviewed/route'
import { route as records } from './records/route'
import { route as redeem } from './redeem/route'
import { route as ruleSets } from './rule-sets/route'
import { route as settings } from './settings/route'
import { route as sites } from './sites/route'
import { route as stock } from './stock/route'
import { route as stocktake } from './stocktake/route'
import { route as teams } from './teams/route'
import { route as venues } from './venues/route'

/**
 * Every page of the console. How to add one:
 *
 * 1. A folder `pages/<name>/` with `route.tsx`, which exports `route: PageRoute` and imports nothing but its icon; the
 *    page itself is fetched by `load: () => import('./<Name>Page')`, so that nobody pays for a page they do not open.
 * 2. Its texts in `locales/zh-CN/<name>.json` and `locales/en-US/<name>.json`, read with `useTranslation('<name>')`;
 *    a test compares their keys and refuses literal text in components. Texts that several pages share are in `common`.
 * 3. A line in the list below and, when it belongs into menus, one in `menus.ts` with its label in `common:menu`.
 *
 * Inside a page: `useMe()` tells who is there, `useIsPhone()` whether it is a phone; requests go through `api/` (typed by
 * the plugins' contracts) with `useQuery`/`useMutation`, or through Refine's `useList`/`useOne`/`useForm` of
 * `@refinedev/core` for master data (`@refinedev/antd` is left out for its weight). What may be done
 * to an order is `order.allowed`, drawn by `CommandButton`; failures are `ApiError`s, drawn by `RefusalAlert`. Import from
 * antd by name; colours, sizes and radii come from `theme.useToken()` and `useTones()`, never from a stylesheet.
 */
export const PAGES: readonly PageRoute[] = [
  home,
  desk,
  plan,
  record,
  redeem,
  cards,
  place,
  inbox,
  members,
  offerings,
  articles,
  media,
  activities,
  teams,
  organisations,
  venues,
  sites,
  households,
  points,
  records,
  ruleSets,
  stock,
  importRecords,
  review,
  reviewed,
  objections,
  flags,
  ledger,
  stocktake,
  notice,
  assigned,
  escalated,
  finished,
  audit,
  notifications,
  settings,
]
