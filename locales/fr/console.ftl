# Ce que dit le terminal quand le bot tourne sans groupe à lui.

console-begin = Tu es ana dans le groupe depot5, et tu joues aussi tous les autres. Commence par écrire : /setup federation:"Notre réseau" sector:Transport cell:"Dépôt 5"
console-switch = Parler comme quelqu'un d'autre : as ben, ou as ben@depot5. Écrire au bot seul : as ana@direct. Appuyer sur un bouton : presses J'en suis. Laisser passer le temps : wait 3 days. Toutes les commandes : /help. Partir : quit
console-connect = Comment relier un vrai groupe sur Telegram, Discord ou Matrix : docs/operators.md.
console-no-such-button = Il n'y a pas de bouton avec ce nom ici. Le dernier message avec des boutons les montre entre crochets.
console-time-passes = Ici le temps passe de lui-même. Pour faire passer des jours d'un coup, joue un scénario : npm run rehearse -- examples/first-drive.txt
console-who-where = Écris qui parle, et où : as ben@depot5
console-talk = Je laisse les conversations tranquilles. Les commandes commencent par « / » : /help les montre, /setup commence.
console-now = Il est maintenant
console-how-long = Écris combien de temps : wait 2 hours, wait 3 days
