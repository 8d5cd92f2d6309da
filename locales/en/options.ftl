# What the bot answers to a value that it does not understand (src/core/options).

options-did-you-mean = I don't know “{ $typed }”. Did you mean “{ $near }”?
options-name-unknown = I don't know “{ $typed }”.
options-name-one-of = I don't know “{ $typed }”. There is { $names }.
options-text-empty = I need a few words here.
options-lines-too-many = That is too much. { $most } lines at most, please.
options-line-too-long = One line is too long. { $max } characters each at most, please.
options-ways-too-few = Ways to join are two at least, separated by semicolons.
options-way-taken = “{ $way }” cannot be a way to join: it means something already. Use other words, please.
options-text-too-long = That is too long. { $max } characters at most, please.
options-choice-one-of = It can be { $words }.
options-flag = I don't know “{ $typed }”. Write “{ $word }” or leave it out.
options-zone-unknown = I don't know a place called “{ $typed }”. Try the nearest large city, such as “Paris”.
options-zone-near = I don't know “{ $typed }”. Did you mean { $near }?
options-language-unknown = I speak { $languages }.
options-language-draft = { $language } (draft)
options-person-unknown = I know nobody called “{ $name }” here. Mention them with @, once they have written a command in a chat of the cell.
options-person-unseen = I have not met { $name } yet. Ask them to write any command in a chat of the cell first, such as /help.
options-person-which = { $name } ({ $account })
options-which-line = { $number }: { $name }
options-person-several = More than one person is called { $name }. Mention the one you mean with @.
options-cells-all = All cells
filled-in = Nobody gave a time of the day, so I took { $time }. Another one?

option-confirm = Are you sure?
option-person = Who: a mention, or the name shown in the chat

options-day-monday = Monday
options-day-tuesday = Tuesday
options-day-wednesday = Wednesday
options-day-thursday = Thursday
options-day-friday = Friday
options-day-saturday = Saturday
options-day-sunday = Sunday
