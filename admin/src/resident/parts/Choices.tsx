interface ChoicesProps {
  label: string
  choices: readonly string[]
  chosen: string
  onChoose: (choice: string) => void
}

/** Words that one only has to touch, instead of writing them. */
export function Choices({ label, choices, chosen, onChoose }: ChoicesProps) {
  return (
    <div className="my-chips" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
          {choice}
        </button>
      ))}
    </div>
  )
}
