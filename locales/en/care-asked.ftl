# Care that is asked for, and offered: /care need, /care offer (commands/care/asked.ts).

care-need-about = Ask for care, unseen: a ride, a bed, childcare, a meal
care-offer-about = Offer care that you can give again and again
care-need-option-what = What you need, in a few words
care-need-ask-what = What do you need? A few words are enough.
care-need-option-when = When you need it
care-need-ask-when = When do you need it?
care-need-option-form = What kind of care it is
care-need-ask-form = What kind of care is that? So I find who offers it.
care-need-form-unknown = I do not know that kind of care.
care-offer-option-form = What you offer: rides, childcare, shelter, or in your own words
care-offer-ask-form = What do you offer?

care-form-shelter = Shelter
care-form-other = Something else
care-need-what = { $what } ({ $form })

care-need-asked = You ask for: { $what }, { $time }.
care-need-asked-how = I ask those who offer that, one after the other. They and your coordinator read what you need, and not that it is you. Nobody else reads it.
care-need-reach = I can only tell you that somebody can once you have written to me directly.
care-need-before-meeting = If nobody can by { $time }, your next meeting reads, without your name: “{ $line }”
care-need-at-meeting = Your next meeting reads, without your name: “{ $line }”
care-open-point = { $form }: somebody needs it on { $day }, and nobody can yet. Who can: /care offer
care-need-searching = You ask for: { $what }, { $time }. Nobody has said yes yet; I go on asking.
care-need-nobody = Nobody can so far: { $what }, { $time }. I go on asking.
care-need-lost = Who had said yes can't after all.
care-need-past = That has passed. When do you need it?
care-need-far = That is too far ahead: { $days } days at most.
care-need-many = You ask for { $most } things already. Take one back first: /care mine

care-need-question = Somebody in { $cell } needs: { $what }, { $time }. You offer that. Can you?
care-need-question-how = You learn who it is once both of you have said yes. If you can't, nobody hears of it.
care-need-coordinator = Somebody in { $cell } needs: { $what }, { $time }. I ask those who offer that.
care-need-coordinator-open = Nobody can so far, in { $cell }: { $what }, { $time }. It is an open point of your next meeting, without a name.
care-need-coordinator-how = Only you and those who offer it read this. Who it is I tell only whoever gives it, once both have said yes.
care-need-yes = Thank you! I ask who needs it, and write to you when they have said yes.
care-need-no = All right. Nobody hears of it.
care-need-cannot = All right. They hear that it does not work out after all, and I ask somebody else.
care-need-taken = Somebody else has said yes already. Thank you!
care-need-gone = That is settled, or not needed any more.

care-need-match = Somebody can: { $what }, { $time }. Shall I bring you together?
care-need-match-how = Then each of you learns who the other one is. If not, they hear only that it is not needed.
care-need-found = { $person } gives you: { $what }, { $time }.
care-need-given = { $person } needs: { $what }, { $time }, and you give it.
care-need-write = Write to each other for the rest.
care-need-another = All right. I ask somebody else.
care-need-back = Taken back. If somebody had said yes, they hear that it is not needed any more.
care-need-unlisted = All right, the meeting does not read it. I go on asking.
care-need-lost-before = Who had said yes can't any more. I go on asking.
care-need-told-gone = What you had said yes to for { $time } is not needed any more. Thank you!
care-need-in-ledger = care that was asked for

care-need-button-can = I can
care-need-button-cannot = I can't
care-need-button-after-all = I can't after all
care-need-button-agree = Yes, bring us together
care-need-button-another = No, somebody else
care-need-button-back = Take it back
care-need-button-not-needed = Not needed any more
care-need-button-unlisted = Not at the meeting

care-offered = You offer: { $form }. It stands until { $day }; say it again, and it stands longer.
care-offered-how = When somebody needs it I ask you, unseen. Nobody sees that you offer it.
care-offer-reach = I can only ask you once you have written to me directly.
care-offer-button-back = No more: { $form }
care-offer-back = Taken back. Nobody hears of it.
care-offer-short =
    { $least ->
        [one] Please say in a word of { $least } letter or more what you offer: rides, childcare, or in your own words.
       *[other] Please say in a word of { $least } letters or more what you offer: rides, childcare, or in your own words.
    }
care-offer-little = That does not say what you offer. Please name it: rides, childcare, or in your own words.
care-offer-near = Did you mean { $form }?
care-offer-button-as-written = As I wrote it: { $form }
care-offer-other = Then say in a few words what you offer: mending bikes, company at night.
care-offer-many = You offer { $most } things already. Take one back first: /care mine
