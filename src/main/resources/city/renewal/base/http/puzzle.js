// Finds a number whose hash with the form's token begins with enough zero bits, while the reader still types. Written for
// old telephones: no modules, no worker, and a SHA-256 of its own, because browsers keep theirs for https.
(function () {
  'use strict';
  var form = document.querySelector('form[data-bits]');
  if (!form) { return; }
  var K = [], START = [];
  (function () {
    var found = 0, candidate = 2;
    function fraction(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
    while (found < 64) {
      var prime = true;
      for (var i = 2; i * i <= candidate; i++) { if (candidate % i === 0) { prime = false; break; } }
      if (prime) {
        if (found < 8) { START[found] = fraction(Math.pow(candidate, 1 / 2)); }
        K[found++] = fraction(Math.pow(candidate, 1 / 3));
      }
      candidate++;
    }
  }());
  var W = [];
  function block(h, text, at) {
    var i, a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], x = h[7];
    for (i = 0; i < 64; i++) {
      if (i < 16) {
        W[i] = text[at + i] | 0;
      } else {
        var p = W[i - 15], q = W[i - 2];
        W[i] = (((p >>> 7 | p << 25) ^ (p >>> 18 | p << 14) ^ p >>> 3) + W[i - 7] +
          ((q >>> 17 | q << 15) ^ (q >>> 19 | q << 13) ^ q >>> 10) + W[i - 16]) | 0;
      }
      var t = (x + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + W[i]) | 0;
      var u = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c)) | 0;
      x = g; g = f; f = e; e = d + t | 0; d = c; c = b; b = a; a = t + u | 0;
    }
    h[0] = h[0] + a | 0; h[1] = h[1] + b | 0; h[2] = h[2] + c | 0; h[3] = h[3] + d | 0;
    h[4] = h[4] + e | 0; h[5] = h[5] + f | 0; h[6] = h[6] + g | 0; h[7] = h[7] + x | 0;
  }
  function firstWord(text) {
    var words = [], length = text.length, total = (length + 8 >> 6) + 1 << 4, h = START.slice(), i;
    for (i = 0; i < total; i++) { words[i] = 0; }
    for (i = 0; i < length; i++) { words[i >> 2] |= text.charCodeAt(i) << 24 - (i & 3) * 8; }
    words[length >> 2] |= 128 << 24 - (length & 3) * 8;
    words[total - 1] = length * 8;
    for (i = 0; i < total; i += 16) { block(h, words, i); }
    return h[0];
  }
  var token = form.elements.token.value, bits = Number(form.getAttribute('data-bits')), tried = 0, sending = false;
  var button = form.querySelector('button'), label = button.textContent;
  function search() {
    var until = Date.now() + 30;
    while (Date.now() < until) {
      if (firstWord(token + ':' + tried) >>> 32 - bits === 0) {
        form.elements.answer.value = String(tried);
        if (sending) { form.submit(); }
        return;
      }
      tried++;
    }
    setTimeout(search, 0);
  }
  form.addEventListener('submit', function (event) {
    if (sending || !form.elements.answer.value) {
      event.preventDefault();
    }
    if (!sending) {
      sending = true;
      button.textContent = button.getAttribute('data-wait') || label;
      if (form.elements.answer.value) { form.submit(); }
    }
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { location.reload(); }
  });
  search();
}());
