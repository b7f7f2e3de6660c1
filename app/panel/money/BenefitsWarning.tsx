/** What a payment can do to benefits: read before anything is offered, by staff and by members. */
export function BenefitsWarning({ to }: { to: 'staff' | 'member' }) {
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">
        {to === 'staff' ? 'Tell them before you offer money or a voucher' : 'If you get benefits'}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          A thank-you payment can count as income. It can change Universal Credit, Carer’s
          Allowance, Housing Benefit, Council Tax help and other benefits. So can a voucher.
        </li>
        <li>
          Travel and childcare that we pay back with a receipt often do not count. Ask first: the
          rules differ from benefit to benefit.
        </li>
        <li>
          {to === 'staff' ? 'They' : 'You'} can say no to a payment, take a smaller one, or have
          only the costs paid. It changes nothing about being on the panel.
        </li>
        <li>
          Get advice before you {to === 'staff' ? 'agree on anything' : 'take it'}: Citizens Advice,
          the council’s welfare rights team, or{' '}
          {to === 'staff' ? 'their work coach' : 'your work coach'}. Whoever gets benefits has to
          tell the office about payments.
        </li>
      </ul>
      <p className="govuk-body-s govuk-!-margin-bottom-0">
        General information, not advice about one person. It follows the payment guidance of the
        National Institute for Health and Care Research, which asks to warn members that payments
        can affect benefits and to point to specialist advice. Benefit rules change: check them.
      </p>
    </div>
  );
}
