var searchData=
[
  ['task_0',['task',['../structeyeballs_1_1task.html#ae08ba57a669f8446b0df906f72a9fdb0',1,'eyeballs::task::task(task &amp;&amp;other) noexcept'],['../structeyeballs_1_1task.html#a0f5da4bd9596250ed88cc54461ca3fdc',1,'eyeballs::task::task(A a)']]],
  ['task_5ferror_1',['task_error',['../structeyeballs_1_1task__error.html#a6771fc22bdd8c17d01522465489f6ea1',1,'eyeballs::task_error']]],
  ['timeline_5fof_2',['timeline_of',['../group__trace.html#ga4ac3b70983ea99cb47881d6e4b4978c4',1,'eyeballs']]],
  ['timeout_3',['timeout',['../group__tasks.html#gafea8ce9b31fd3fa3462e5870ce0ca4be',1,'eyeballs']]],
  ['to_5fasio_4',['to_asio',['../group__asio.html#ga98e17669408289295068a13fcf959362',1,'eyeballs::to_asio(const ip_address &amp;address) noexcept'],['../group__asio.html#ga6e57e4892a6c5a159ca73b1539613d7b',1,'eyeballs::to_asio(const std::error_code &amp;code) noexcept']]],
  ['to_5fip_5faddress_5',['to_ip_address',['../group__asio.html#ga33fb30fbc236c48b4d15d34362e3b6a3',1,'eyeballs']]],
  ['to_5fstring_6',['to_string',['../group__asio.html#ga1c1ef03c2f513f0ac45337c25120c83b',1,'eyeballs']]],
  ['to_5fsvg_7',['to_svg',['../group__trace.html#ga6888c42f4623baa1b42282cc11b3fbbe',1,'eyeballs']]],
  ['to_5ftext_8',['to_text',['../group__trace.html#ga8656935417f70cf0aa7a4c46b5534c5a',1,'eyeballs::to_text(const connect_report&lt; Endpoint &gt; &amp;report, Text text_of)'],['../group__trace.html#ga82865f30f969274ade3487cd20117152',1,'eyeballs::to_text(const connect_timeline &amp;t, const timeline_style &amp;style={})']]],
  ['to_5fv4_9',['to_v4',['../classeyeballs_1_1ip__address.html#aa5a5c4d7a26d54a90594a0ec774e9940',1,'eyeballs::ip_address']]],
  ['token_10',['token',['../structeyeballs_1_1stop__source.html#a0cc4dd5c18912138dbb3043562f10ac3',1,'eyeballs::stop_source']]]
];
