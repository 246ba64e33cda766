import { Button, Flex } from 'antd'
import { useIsPhone } from './useIsPhone'

interface QuickReasonsProps {
  /** Texts by key, from the locale. */
  reasons: Readonly<Record<string, string>>
  chosen: string | undefined
  onChoose: (text: string) => void
}

/** Reasons that are often given, one tap each; the field beside them takes any other. */
export function QuickReasons({ reasons, chosen, onChoose }: QuickReasonsProps) {
  const isPhone = useIsPhone()
  return (
    <Flex wrap gap={8}>
      {Object.entries(reasons).map(([key, text]) => (
        <Button
          key={key}
          size={isPhone ? 'middle' : 'small'}
          type={chosen === text ? 'default' : 'dashed'}
          aria-pressed={chosen === text}
          onClick={() => onChoose(text)}
        >
          {text}
        </Button>
      ))}
    </Flex>
  )
}
