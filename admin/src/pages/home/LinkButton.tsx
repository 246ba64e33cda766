import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useHref, useLinkClickHandler } from 'react-router'

type LinkButtonProps = Pick<ButtonProps, 'type' | 'icon' | 'children' | 'block'> & { to: string }

/** A link that looks like a button, and is one stop for the keyboard. */
export function LinkButton({ to, ...button }: LinkButtonProps) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Button {...button} href={useHref(to)} onClick={(event) => follow(event as React.MouseEvent<HTMLAnchorElement>)} />
  )
}
