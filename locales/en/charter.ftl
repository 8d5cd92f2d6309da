# The charter of a cell: /charter (commands/charter).

charter-about = The rules that your cell has agreed on, and notes in their margin
charter-show-about = The rules as they hold, and what is open about them
charter-add-about = Add a rule; it holds if nobody objects for 48 hours
charter-amend-about = Change a rule; the change holds if nobody objects for 48 hours
charter-note-about = Write in the margin of a rule, without your name
charter-print-about = The rules as a page for the wall
charter-hide-about = Take the words of a note away; that it was there stays

charter-option-text = The rule, in a sentence or two
charter-ask-text = What is the rule? One or two sentences.
charter-option-rule = Which rule: its number
charter-ask-rule = Which rule? Its number.
charter-option-note = What you think of it
charter-ask-note = What do you think of it? Nobody sees that it's yours.
charter-option-which-note = Which note: its number
charter-ask-which-note = Which note? Its number.
charter-option-pages = On how many pages
charter-ask-pages = On how many pages?

charter-no-cell = Only a cell has a charter, and you are in none.
charter-no-rule = There is no rule { $number }. /charter show shows them.
charter-no-rule-yet = There is no rule { $number } yet. Decision { $decision } is to become one: /charter show
charter-no-note = There is no note { $number } with words in it.
charter-full = A charter has { $rules } rules at most. Change one: /charter amend
charter-amended-already = Rule { $number } is being changed already. /charter show shows how.
charter-notes-enough = You have { $notes } notes that your cell hasn't talked about yet. Once you have met, you can write more.
charter-noted = Noted in the margin of rule { $number }. It's shown on { $at } with all others, in random order. Nobody sees that it's yours.
charter-hidden = Note { $number }, in the margin of rule { $rule }, was hidden by the coordinator.

charter-of = Charter of { $cell }
charter-empty = There is no rule yet: /charter add
charter-none-yet = No rule holds yet. Decision { $decision } is to become one: /charter show
charter-coming = To come, if nobody objects
charter-coming-new = New, decision { $number }: { $text }
charter-coming-amended = Rule { $rule }, decision { $number }: { $text }
charter-margin = In the margin
charter-note = Rule { $rule }, note { $number }: { $text }
charter-note-hidden = Rule { $rule }, note { $number }: hidden by the coordinator
charter-more-notes =
    { $more ->
        [one] … and one more note: /charter show
       *[other] … and { $more } more notes: /charter show
    }
charter-new-notes = New in the margin of the charter
charter-notes-open = They stay open until you have met. Nobody learns who wrote them. To write one: /charter note
charter-version = Version { $version }, { $since }

charter-dated = Version { $version }, { $at }
charter-foot = Version { $version } of { $at }. The present one: type /charter show in your chat
charter-file = charter-{ $version }.pdf
charter-does-not-fit =
    { $pages ->
        [one] It fits on one page.
       *[other] It doesn't fit on one page in letters that can be read from the wall. It takes { $pages }.
    }
charter-button-pages =
    { $pages ->
        [one] Print on one page
       *[other] Print on { $pages } pages
    }
