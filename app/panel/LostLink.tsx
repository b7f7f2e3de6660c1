import { links } from '#app/http/links.ts';
import { Button, Form } from '#app/ui/Form.tsx';
import { ReachField } from './post/ReachField.tsx';

/** How to get a new link. It says nothing of whether anybody is known here. */
export function LostLink() {
  return (
    <>
      <h2 className="govuk-heading-m">Get a new link</h2>
      <Form action={links.lostLink()}>
        <ReachField answer={undefined} />
        <Button>Send me a new link</Button>
      </Form>
      <p className="govuk-body">
        You can also ask the person who runs your panel, by telephone or at your family hub. Nothing
        that you said is lost: it is there when you come back.
      </p>
    </>
  );
}
