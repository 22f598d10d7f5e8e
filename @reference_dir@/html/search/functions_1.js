var searchData=
[
  ['beyond_5fthe_5flimit_0',['beyond_the_limit',['../classeyeballs_1_1endpoint__list.html#a8acc3356a86abada477fb8bc39725d73',1,'eyeballs::endpoint_list']]],
  ['bytes_1',['bytes',['../classeyeballs_1_1ip__address.html#a6bdd3451d0b6f759fe36c26fbd89e77d',1,'eyeballs::ip_address']]]
];
