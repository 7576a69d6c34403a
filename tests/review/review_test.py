#!/usr/bin/env python3
"""`crosscheck review` as HTTP sees it: review_test.py PROGRAM"""
import html
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import PROGRAM, ROOT, main, run  # noqa: E402

DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')


class Review:
    """One running review."""

    def __init__(self, *words, cwd):
        self.process = subprocess.Popen([PROGRAM, 'review', '--no-browser', *words], cwd=cwd, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.match(r'http://127\.0\.0\.1:(\d+)(/[0-9a-f]{32}/)$', line)
        if not match:
            raise AssertionError('no address: %r %r' % (line, self.process.stderr.read()))
        self.port, self.path = int(match[1]), match[2]
        self.origin = 'http://127.0.0.1:%d' % self.port

    def ask(self, method='GET', path=None, body=None, **headers):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        headers = {name.replace('_', '-'): value for name, value in headers.items()}
        connection.request(method, self.path if path is None else path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode('utf-8')
        connection.close()
        return answer, text

    def form(self, **fields):
        """The fields of the first card's form with what is put in."""
        page = self.ask()[1]
        card = page[page.index('<form class="decide"'):]
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', card[:card.index('</form>')]))
        return {**{name: html.unescape(value) for name, value in hidden.items()}, **fields}

    def decide(self, form, **headers):
        return self.ask('POST', self.path + 'decide', urllib.parse.urlencode(form),
                        **{'Content_Type': 'application/x-www-form-urlencoded', 'Origin': self.origin, **headers})

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(60)
        self.process.stdout.close()
        self.process.stderr.close()
        return status


class ReviewBase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = os.path.join(self.folder, 'decisions.yml')

    def review(self, *words):
        review = Review(*(words or (DOSSIER,)), cwd=self.folder)
        self.addCleanup(lambda: review.process.poll() is None and review.stop())
        return review

    def decisions(self):
        with open(self.file, encoding='utf-8') as file:
            return yaml.safe_load(file)['decisions']


class ReviewTest(ReviewBase):
    def test_only_the_given_address_is_answered(self):
        review = self.review()
        self.assertEqual(review.ask()[0].status, 200)
        self.assertEqual(review.ask('HEAD')[0].status, 200)
        self.assertEqual(review.ask(Host='localhost:%d' % review.port)[0].status, 200)
        for path in ['/', '/decide', '/' + '0' * 32 + '/', review.path[:-1], review.path + 'x', review.path + '../']:
            self.assertEqual(review.ask(path=path)[0].status, 404, path)
        for host in ['example.org', 'example.org:%d' % review.port, '127.0.0.1', '127.0.0.1.example.org:%d' % review.port]:
            self.assertEqual(review.ask(Host=host)[0].status, 421, host)
        self.assertEqual(review.ask(Sec_Fetch_Site='none')[0].status, 200)
        for site in ['cross-site', 'same-site']:
            self.assertEqual(review.ask(Sec_Fetch_Site=site)[0].status, 403, site)
        for method in ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']:
            answer, _ = review.ask(method)
            self.assertEqual((answer.status, answer.getheader('Allow')), (405, 'GET, HEAD'), method)
        self.assertEqual(review.ask(path=review.path + 'decide')[0].status, 405)

    def test_what_is_answered_is_kept_from_other_sites(self):
        answer, page = self.review().ask()
        self.assertEqual(answer.getheader('Cache-Control'), 'no-store')
        self.assertEqual(answer.getheader('Content-Security-Policy'), "frame-ancestors 'none'")
        self.assertEqual(answer.getheader('Cross-Origin-Resource-Policy'), 'same-origin')
        self.assertEqual(answer.getheader('X-Content-Type-Options'), 'nosniff')
        self.assertIsNone(answer.getheader('Access-Control-Allow-Origin'))
        self.assertIn("connect-src &#39;self&#39;; form-action &#39;self&#39;".replace('&#39;', "'"), page)

    def test_a_decision_is_recorded_shown_and_obeyed(self):
        review = self.review()
        gate = ['check', DOSSIER, '--quiet', '--fail-on', 'error', '--decisions', self.file]
        self.assertEqual(run(*gate)[0], 1)
        form = review.form(choice='not_same', by='Claire Martin', note='two dates: “lundi” & <b>mardi</b>', until='2999-12-31')
        answer, _ = review.decide(form)
        self.assertEqual((answer.status, answer.getheader('Location')), (303, './#f-0001'))
        decision, = self.decisions()
        self.assertEqual({name: str(decision[name]) for name in ['fingerprint', 'decision', 'by', 'note', 'until']},
                         {'fingerprint': form['finding'], 'decision': 'not_same', 'by': 'Claire Martin',
                          'note': form['note'], 'until': '2999-12-31'})
        page = review.ask()[1]
        self.assertIn('Decided by Claire Martin', page)
        self.assertNotIn('<b>mardi</b>', page)
        self.assertEqual(review.decide({**review.form(choice='right-0', by='Claire Martin')})[0].status, 303)
        self.assertEqual(self.decisions()[0]['decision'], 'right')
        report = os.path.join(self.folder, 'report.html')
        run(*gate, '--html-output', report)
        with open(report, encoding='utf-8') as file:
            self.assertIn('Decided by Claire Martin', file.read())
        self.assertEqual(review.decide(review.form(withdraw='yes'))[0].status, 303)
        self.assertEqual(self.decisions(), [])

    def test_a_wrong_form_changes_nothing_and_is_shown_again(self):
        review = self.review()
        for wrong, said in [({'choice': 'wait', 'by': 'A. B.'}, 'who waits must say until when'),
                            ({'choice': 'not_same', 'by': ' '}, 'nobody is named who decided'),
                            ({'choice': 'not_same', 'by': 'A. B.', 'until': '31/12/2030'}, 'is no date'),
                            ({'choice': 'right-9', 'by': 'A. B.'}, 'Choose one of the answers'),
                            ({'by': 'A. B.'}, 'Choose one of the answers'),
                            ({'finding': 'none', 'choice': 'not_same', 'by': 'A. B.'}, 'not in this report')]:
            answer, page = review.decide({**review.form(note='kept "note"'), **wrong})
            self.assertEqual(answer.status, 422, wrong)
            self.assertIn(said, page)
            if 'finding' not in wrong:
                self.assertIn('value="kept &quot;note&quot;"', page)
        self.assertFalse(os.path.exists(self.file))

    def test_other_sites_cannot_decide(self):
        review = self.review()
        form = review.form(choice='not_same', by='Mallory')
        for headers, status in [({'Origin': 'https://example.org'}, 403), ({'Origin': 'null'}, 403), ({'Origin': ''}, 403),
                                ({'Sec_Fetch_Site': 'cross-site'}, 403), ({'Host': 'example.org'}, 421),
                                ({'Content_Type': 'text/plain'}, 415), ({'Content_Type': 'application/x-www-form-urlencodedX'}, 415), ({'Content_Type': 'multipart/form-data; boundary=x'}, 415)]:
            self.assertEqual(review.decide(form, **headers)[0].status, status, headers)
        self.assertEqual(review.ask('POST', '/' + '0' * 32 + '/decide', 'x', Origin=review.origin)[0].status, 404)
        self.assertIn(review.decide({**form, 'note': 'x' * 20000})[0].status, [400, 413])
        self.assertFalse(os.path.exists(self.file))

    def test_slow_connections_keep_nobody_waiting(self):
        review = self.review()
        slow = [socket.create_connection(('127.0.0.1', review.port)) for _ in range(200)]
        for connection in slow:
            self.addCleanup(connection.close)
            connection.send(b'GET / HTTP/1.1\r\nX: ')
        for _ in range(3):
            self.assertEqual(review.ask()[0].status, 200)
        # Those that waited longest were let go.
        slow[0].settimeout(60)
        self.assertEqual(slow[0].recv(1000), b'')

    def test_endless_requests_are_cut(self):
        review = self.review()
        for start in [b'', b'GET / HTTP/1.1\r\nX: ', b'GET / HTTP/1.1\r\n' + b'X: y\r\n' * 100,
                      b'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n']:
            with socket.create_connection(('127.0.0.1', review.port), timeout=60) as connection:
                try:
                    connection.sendall(start + b'x' * 8000000)
                    while connection.recv(65536):
                        pass
                except (BrokenPipeError, ConnectionResetError):
                    pass
        self.assertEqual(review.ask()[0].status, 200)

    def test_two_editors_lose_nothing(self):
        first, second = self.review(), self.review()
        pages = [first.ask()[1], second.ask()[1]]
        forms = re.findall(r'name="finding" value="([0-9a-f]+)"', pages[0])
        self.assertEqual(len(forms), 4)
        threads = []
        for i, fingerprint in enumerate(forms):
            review = [first, second][i % 2]
            form = {'finding': fingerprint, 'seen': '', 'choice': 'not_same', 'by': 'Editor %d' % i}
            threads.append(threading.Thread(target=review.decide, args=(form,)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(d['by'] for d in self.decisions()), ['Editor 0', 'Editor 1', 'Editor 2', 'Editor 3'])

    def test_a_decision_made_meanwhile_is_not_written_over_unseen(self):
        first, second = self.review(), self.review()
        form = second.form(choice='not_same', by='Second')
        self.assertEqual(first.decide(first.form(choice='real_conflict', by='First'))[0].status, 303)
        answer, page = second.decide(form)
        self.assertEqual(answer.status, 409)
        self.assertIn('Decided by First', page)
        self.assertIn('Somebody else has decided meanwhile', page)
        self.assertEqual(self.decisions()[0]['by'], 'First')
        self.assertEqual(second.decide(second.form(choice='not_same', by='Second'))[0].status, 303)
        self.assertEqual(self.decisions()[0]['by'], 'Second')

    def test_a_broken_file_is_told_and_left_alone(self):
        with open(self.file, 'w', encoding='utf-8') as file:
            file.write('version: 1\ndecisions: [')
        review = Review(DOSSIER, '--decisions', 'other.yml', cwd=self.folder)
        self.addCleanup(lambda: review.process.poll() is None and review.stop())
        self.assertEqual(review.stop(), 0)
        status, _, err = run('review', DOSSIER, '--no-browser', '--decisions', self.file)
        self.assertEqual(status, 2)
        self.assertIn('decisions.yml:', err)
        with open(self.file, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'version: 1\ndecisions: [')

    def test_it_ends_at_once_when_told_to(self):
        for stop in [signal.SIGINT, signal.SIGTERM]:
            review = self.review()
            review.ask()
            review.process.send_signal(stop)
            self.assertEqual(review.process.wait(60), 0)
            self.assertEqual(review.process.stderr.read(), '')
            review.process.stdout.close()
            review.process.stderr.close()

    def test_a_taken_port_is_told(self):
        review = self.review()
        self.assertEqual(run('review', DOSSIER, '--no-browser', '--port', str(review.port)),
                         (2, '', 'error: the port %d of this machine is taken or not allowed\n'
                                 '  write another --port, or 0 for any that is free\n' % review.port))
        self.assertEqual(run('review', DOSSIER, '--port', 'http'),
                         (2, '', "crosscheck review: 'http' is no port\n  write a number from 0 to 65535\n"))


class Reports(ReviewBase):
    """A report that was written before, here or elsewhere."""

    def written(self, dossier):
        path = os.path.join(self.folder, 'report.json')
        run('check', dossier, '--format', 'json', '--output', path)
        return path

    def test_a_report_is_reviewed_with_its_articles(self):
        review = self.review(self.written(DOSSIER))
        page = review.ask()[1]
        self.assertTrue('4 contradictions in 5 articles' in page)
        self.assertIn('id="c-', page)
        self.assertEqual(review.decide(review.form(choice='not_same', by='A. B.'))[0].status, 303)
        self.assertEqual(run('check', DOSSIER, '--quiet', '--fail-on', 'error', '--decisions', self.file)[0], 1)  # the other one
        self.assertEqual(len(self.decisions()), 1)

    def test_a_report_can_be_reviewed_without_its_articles(self):
        dossier = os.path.join(self.folder, 'dossier')
        shutil.copytree(DOSSIER, dossier)
        report = self.written(dossier)
        shutil.rmtree(dossier)
        page = self.review(report).ask()[1]
        self.assertTrue('4 contradictions in 5 articles' in page)
        self.assertIn('The article is not at hand', page)
        self.assertIn('Plus de 700 des 770 salariés', re.sub('<[^>]+>', '', page).replace('\xa0', ' '))

    def test_a_file_that_is_no_report_is_told(self):
        path = os.path.join(self.folder, 'report.json')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('{"schema_version": "7"}')
        self.assertEqual(run('review', path, '--no-browser'),
                         (3, '', path + ": error: the report cannot be read: it is no report of crosscheck, or one of another version\n"
                                        "  write it anew with 'crosscheck check … --json-output FILE', or name the articles themselves\n"))


if __name__ == '__main__':
    main()
