import { Button, Form } from '#app/ui/Form.tsx';

/** Takes back what this person did last, or does it again: a gesture a press, without any script. */
export function UndoForm(props: { theoryId: string; canUndo: boolean; canRedo: boolean }) {
  if (!props.canUndo && !props.canRedo) return null;
  return (
    <Form className="tl-noprint">
      <input type="hidden" name="theoryId" value={props.theoryId} />
      <div className="govuk-button-group">
        {props.canUndo ? (
          <Button intent="take-back" kind="secondary">
            Take back my last change
          </Button>
        ) : null}
        {props.canRedo ? (
          <Button intent="do-again" kind="secondary">
            Do it again
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
