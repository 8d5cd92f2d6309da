# Lo que dice la terminal cuando el bot funciona sin un chat propio.

console-begin = Eres ana en el chat depot5, y también haces de todas las demás personas. Empieza escribiendo: /setup federation:"Nuestra red" sector:Transporte cell:"Cochera 5"
console-switch = Hablar como otra persona: as ben, o as ben@depot5. Escribir solo al bot: as ana@direct. Pulsar un botón: presses I'm in. Dejar pasar el tiempo: wait 3 days. Todas las órdenes: /help. Salir: quit
console-connect = Cómo conectar un chat real de Telegram, Discord o Matrix: docs/operators.md (en inglés).
console-no-such-button = Aquí no hay ningún botón con ese texto. El último mensaje con botones los muestra entre corchetes.
console-time-passes = Aquí el tiempo pasa solo. Para que pasen días de golpe, ensaya un guion: npm run rehearse -- examples/first-drive.txt
console-who-where = Escribe quién habla y dónde: as ben@depot5
console-talk = No me meto en la conversación. Las órdenes empiezan por «/»: /help las muestra, /setup empieza.
console-now = Ahora son las
console-how-long = Escribe cuánto: wait 2 hours, wait 3 days
